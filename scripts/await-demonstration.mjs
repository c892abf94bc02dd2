// Waits until the demonstration has played all its scenes, or as many as a second argument says.
const base = process.argv[2];
const enough = Number(process.argv[3] ?? Infinity);
const until = Date.now() + 10 * 60_000;
let last = '';
while (Date.now() < until) {
  const progress = await (await fetch(`${base}/api/demonstration/progress`)).json();
  if (progress.finished || progress.done >= enough) process.exit(0);
  if (progress.failed) {
    console.error('the demonstration could not be played; the log names the scene');
    process.exit(1);
  }
  if (progress.scene !== last) console.log(`demonstration: ${progress.scene} (${progress.done} of ${progress.total})`);
  last = progress.scene;
  await new Promise((done) => setTimeout(done, 1000));
}
console.error('the demonstration was not played within ten minutes');
process.exit(1);
