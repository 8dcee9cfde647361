// JSON-LD documents and a context for https://schema.org in, as JSON; N-Quads by jsonld.js, an array of texts, out.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const jsonld = createRequire(`${process.env.KG_NODE}/`)("jsonld");
const { documents, context } = JSON.parse(readFileSync(0, "utf8"));
const documentLoader = async (url) => {
  if (url !== "https://schema.org") throw new Error(`fetched ${url}`);
  return { contextUrl: null, documentUrl: url, document: context };
};
console.log(JSON.stringify(await Promise.all(documents.map((d) => jsonld.toRDF(d, { format: "application/n-quads", documentLoader })))));
