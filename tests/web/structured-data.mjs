// Pages and schema.org's terms in; what Adobe's validator finds wrong out, as JSON.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const require = createRequire(`${process.env.KG_NODE}/`);
const load = (name) => import(pathToFileURL(require.resolve(name)));
const { default: WebAutoExtractor } = await load("@marbec/web-auto-extractor");
const { Validator } = await load("@adobe/structured-data-validator");
const [terms, ...pages] = process.argv.slice(2);
const errors = [];
for (const page of pages) {
  const data = new WebAutoExtractor({ addLocation: true, embedSource: ["rdfa", "microdata"] }).parse(readFileSync(page, "utf8"));
  const found = await new Validator(JSON.parse(readFileSync(terms, "utf8"))).validate(data);
  errors.push(...found.filter((f) => f.severity === "ERROR").map((f) => `${page}: ${f.issueMessage} ${JSON.stringify(f.path)}`));
}
console.log(JSON.stringify(errors));
