// Chromium on the SPARQL page: chooses the query whose title is given, asks it, and prints what it saw as JSON.
import { spawn } from "node:child_process";

const [page, title] = process.argv.slice(2);
const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "about:blank"];
const browser = spawn("chromium", flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
const [, , , commands, answers] = browser.stdio;
const waiting = new Map();
const events = [];
let rest = "";

answers.on("data", (data) => {
  const messages = (rest + data).split("\0");
  rest = messages.pop();
  for (const message of messages.map((text) => JSON.parse(text))) {
    if (message.id) waiting.get(message.id)(message.result);
    else events.push(message);
  }
});

function send(method, params = {}, sessionId = undefined) {
  const id = waiting.size + 1;
  commands.write(JSON.stringify({ id, method, params, sessionId }) + "\0");
  return new Promise((resolve) => waiting.set(id, resolve));
}

const { targetInfos } = await send("Target.getTargets");
const targetId = targetInfos.find((target) => target.type === "page").targetId;
const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
for (const domain of ["Page", "Log", "Runtime", "Network"]) await send(`${domain}.enable`, {}, sessionId);

async function evaluated(expression) {
  return (await send("Runtime.evaluate", { expression, returnByValue: true }, sessionId)).result.value;
}
async function reached(expression) {
  for (let i = 0; i < 200; i++) {
    if (await evaluated(expression)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

await send("Page.navigate", { url: page }, sessionId);
await reached("document.querySelectorAll('#examples option').length > 1");
await evaluated(`(() => {
  const examples = document.getElementById("examples");
  examples.value = [...examples.options].find((option) => option.text === ${JSON.stringify(title)}).value;
  examples.dispatchEvent(new Event("change"));
  document.querySelector(".yasqe_queryButton").click();
})()`);
await reached("document.querySelectorAll('.yasr_results tbody tr').length > 0");
const asked = events.filter((event) => event.method === "Network.requestWillBeSent");
console.log(
  JSON.stringify({
    rows: await evaluated("document.querySelectorAll('.yasr_results tbody tr').length"),
    text: await evaluated("document.querySelector('.yasr_results').innerText"),
    hosts: [...new Set(asked.map((event) => new URL(event.params.request.url).host))],
    errors: events.filter((event) => ["Log.entryAdded", "Runtime.exceptionThrown"].includes(event.method)),
  }),
);
browser.kill();
