// Prints where a throw-away Moodle site is and who can log in. Usage: node tools/logins.mjs SITE.JSON
import { readFileSync } from 'node:fs';

const site = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const group = ({ group: id }) => site.groups.find((one) => one.id === id)?.name ?? '';
console.log(`\nMoodle ${site.version}: ${site.url}`);
console.log(`the activity:  ${site.url}/mod/leerlandschap/view.php?id=${site.cmid}\n`);
for (const user of Object.values(site.users)) {
    console.log(`  ${user.username.padEnd(10)} ${user.name.padEnd(18)} ${user.role.padEnd(15)} ${group(user)}`);
}
console.log(`  password of all: ${site.password}`);
console.log(`\n  ${site.admin.username}, password ${site.admin.password}`);
console.log(`\nlogs: ${Object.values(site.logs).join('\n      ')}\n\nCtrl-C ends and removes the site.`);
