// A site's folder and a page in; what Chromium and axe make of it out, as JSON. Needs playwright-core and axe-core.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
const require = createRequire(`${process.env.KG_NODE}/`);
const { chromium } = require("playwright-core");
const [folder, page, words, shots] = process.argv.slice(2);
const url = (path) => pathToFileURL(`${folder}/${path}`).href;
const browser = await chromium.launch({
  executablePath: process.env.KG_CHROMIUM, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const found = { errors: [], requests: [], violations: [], sideways: [] };
for (const [name, width, scheme] of [["desktop", 1280, "light"], ["phone", 390, "light"], ["tablet", 820, "light"], ["dark", 1280, "dark"], ["night", 390, "dark"]]) {
  const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme: scheme });
  const tab = await context.newPage();
  tab.on("console", (message) => message.type() === "error" && found.errors.push(message.text()));
  tab.on("pageerror", (error) => found.errors.push(String(error)));
  tab.on("request", (request) => request.url().startsWith("file:") || request.url().startsWith("data:") || found.requests.push(request.url()));
  for (const path of ["index.html", page]) {
    await tab.goto(url(path));
    await tab.addScriptTag({ path: require.resolve("axe-core/axe.min.js") });
    const { violations } = await tab.evaluate(() => axe.run({ preload: false }));
    found.violations.push(...violations.map((v) => `${name} ${path} ${v.impact} ${v.id}: ${v.nodes[0].html}`));
    const over = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) found.sideways.push(`${name} ${path} ${over}`);
    if (shots) await tab.screenshot({ path: `${shots}/${name}-${path.split("/")[0]}.png`, fullPage: true });
  }
  const mark = tab.locator(".evidence button").first();
  if (await mark.count()) {
    await mark.scrollIntoViewIfNeeded();
    await (width < 500 ? mark.click() : mark.hover());
    const card = tab.locator(".card").first();
    await tab.waitForTimeout(300);
    found.evidence = (await card.isVisible()) && (await card.innerText());
    if (shots) await tab.screenshot({ path: `${shots}/${name}-evidence.png` });
  }
  await tab.locator("input[type=search]").fill(words);
  await tab.waitForSelector("#results li");
  found.results = await tab.locator("#results li").allInnerTexts();
  found.title = await tab.title();
  found.milliseconds = await tab.evaluate(() => {
    const input = document.querySelector("input[type=search]"), start = performance.now();
    input.dispatchEvent(new Event("input"));
    return performance.now() - start;
  });
  if (shots) await tab.screenshot({ path: `${shots}/${name}-search.png` });
  await context.close();
}
await browser.close();
console.log(JSON.stringify(found));
