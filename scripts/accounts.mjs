// Prints the demonstration's accounts, one per role first, with their passwords; one-time codes are on the login page's cards.
const base = process.argv[2];
// The accounts are complete when the scenes begin.
for (let waited = 0; waited < 120; waited += 1) {
  const progress = await (await fetch(`${base}/api/demonstration/progress`)).json();
  if (progress.total > 0 || progress.failed) break;
  await new Promise((done) => setTimeout(done, 500));
}
const first = await fetch(`${base}/api/session`);
const cookies = first.headers.getSetCookie().map((it) => it.split(';')[0]);
const token = cookies.find((it) => it.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length) ?? '';
const headers = { cookie: cookies.join('; '), 'x-xsrf-token': token, 'content-type': 'application/json' };
const accounts = await (await fetch(`${base}/api/demonstration/accounts`)).json();
console.log('演示帐号，仅供演示 Demonstration accounts, for demonstration only:');
const seen = new Set();
for (const account of accounts) {
  if (seen.has(account.role)) continue;
  seen.add(account.role);
  const answer = await fetch(`${base}/api/demonstration/accounts/${account.username}/credentials`, { method: 'POST', headers, body: '{}' });
  const { password, code } = await answer.json();
  console.log(`  ${account.role.padEnd(19)} ${account.username.padEnd(12)} ${password}${code ? '  + TOTP' : ''}  ${account.name}  ${account.organisation}`);
}
console.log('登录页的卡片可一键登录；演示数据在后台生成。The cards on the login page sign in at one click; the demonstration data come in the background.');
