// Pages in; what Adobe's validator of rich results finds wrong out, as JSON, with the number of things it looked at.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const require = createRequire(`${process.env.KG_NODE}/`);
const load = (name) => import(pathToFileURL(require.resolve(name)));
const { default: WebAutoExtractor } = await load("@marbec/web-auto-extractor");
const { default: Validator } = await load("@adobe/structured-data-validator");
const errors = [];
let things = 0;
for (const page of process.argv.slice(2)) {
  const data = new WebAutoExtractor({ addLocation: true, embedSource: ["rdfa", "microdata"] }).parse(readFileSync(page, "utf8"));
  things += Object.keys(data.jsonld || {}).length;
  const found = await new Validator().validate(data);
  errors.push(...found.filter((f) => f.severity === "ERROR").map((f) => `${page}: ${f.issueMessage} ${JSON.stringify(f.path)}`));
}
console.log(JSON.stringify({ errors, things }));
