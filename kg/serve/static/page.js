// The SPARQL page: YASGUI on this server's endpoint, with the canned queries to begin with. It asks no other server.
"use strict";

const endpoint = new URL("sparql", document.baseURI).href;
const plain = document.getElementById("plain");
const examples = document.getElementById("examples");

Yasgui.Yasqe.defaults.autocompleters = ["variables"]; // the others ask prefix.cc and Linked Open Vocabularies
const yasgui = new Yasgui(document.getElementById("yasgui"), {
  requestConfig: { endpoint, method: "POST" },
  endpointCatalogueOptions: { getData: () => [{ endpoint }] },
  copyEndpointOnNewTab: true,
  autofocus: true,
  yasqe: { value: plain.querySelector("textarea").value },
});
plain.hidden = true;

fetch("queries")
  .then((answer) => answer.json())
  .then((queries) => {
    for (const query of queries) examples.add(new Option(query.title, query.query));
    examples.hidden = false;
  });
examples.addEventListener("change", () => {
  if (examples.value) yasgui.getTab().setQuery(examples.value);
});
