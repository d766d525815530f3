#!/usr/bin/env node
// Prints a port on loopback that nobody listens on now.
import net from 'node:net';

const server = net.createServer().listen(0, '127.0.0.1', () => {
    console.log(server.address().port);
    server.close();
});
