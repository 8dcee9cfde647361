"use strict";
(function () {
  const form = document.querySelector(".search"), input = form.querySelector("input"), list = form.querySelector("ul");
  const root = form.dataset.root, kinds = { movie: "film", document: "source" };
  let folded = null, wanted = false;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function load() {
    if (wanted) return;
    wanted = true;
    const script = document.createElement("script");
    script.src = root + "search-index.js";
    script.onload = () => { folded = KG_INDEX.map((entry) => fold(entry[0])); search(); };
    document.head.append(script);
  }

  function find(words) {
    const best = [[], [], []];
    for (let i = 0; i < folded.length; i++) {
      if (!words.every((word) => folded[i].includes(word))) continue;
      const rank = folded[i].startsWith(words[0]) ? 0 : folded[i].includes(" " + words[0]) ? 1 : 2;
      if (best[rank].length < 12) best[rank].push(KG_INDEX[i]);
      if (best[0].length === 12) break;
    }
    return best.flat().slice(0, 12);
  }

  function search() {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    list.replaceChildren();
    list.hidden = !words.length || !folded;
    if (list.hidden) return;
    const found = find(words);
    for (const [label, place] of found) {
      const kind = place.split("/")[0], item = document.createElement("li"), link = document.createElement("a");
      const name = document.createElement("bdi"), small = document.createElement("small");
      link.href = root + place + ".html";
      name.textContent = label;
      small.textContent = kinds[kind] || kind;
      link.append(name, small);
      item.append(link);
      list.append(item);
    }
    if (!found.length) {
      const item = document.createElement("li"), none = document.createElement("span");
      none.className = "none";
      none.textContent = "Nothing is called that.";
      item.append(none);
      list.append(item);
    }
  }

  input.addEventListener("focus", load);
  input.addEventListener("input", () => { load(); search(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); const first = list.querySelector("a"); if (first) first.click(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { list.hidden = true; document.activeElement.blur(); }
    if (event.key === "/" && document.activeElement !== input) { event.preventDefault(); input.focus(); }
  });
})();
