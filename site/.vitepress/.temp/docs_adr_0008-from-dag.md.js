import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"8. From dependencies to a term","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/0008-from-dag.md","filePath":"docs/adr/0008-from-dag.md"}');
const _sfc_main = { name: "docs/adr/0008-from-dag.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="_8-from-dependencies-to-a-term" tabindex="-1">8. From dependencies to a term <a class="header-anchor" href="#_8-from-dependencies-to-a-term" aria-label="Permalink to &quot;8. From dependencies to a term&quot;">​</a></h1><p><strong>Context.</strong> Airflow and its like write a workflow as dependencies. Ours is a term of <code>seq</code> and <code>par</code>, and not every dependency graph is one: four steps of which c waits for a and b, and d for b alone, are none (an &quot;N&quot;).</p><p><strong>Decision.</strong> <code>fromDag</code> decomposes the <em>order</em>, not the edges, so redundant edges do no harm. For each step it counts how many come before it. Sorted by that, a set can be cut into a series exactly where the k-th step has all k others before it; else it falls into the parts that no edge connects; else it holds an N, which is reported with its four steps. Counts stay valid on the way down (a series cut subtracts a constant), so the order is computed once, with bits, a block of steps at a time: n · m / 32 steps and linear memory.</p><p>With <code>approximate</code>, a set that cannot be split is cut in two by a barrier, where the share of pairs that the cut adds is least. Every dependency asked for holds; the added ones are listed, from the last steps of the first half to the first of the second.</p><p>graphlib&#39;s own algorithms recurse, and overflow on chains of under 4,000 steps; it is the form in which graphs are given and taken.</p><p><strong>Given up.</strong> The fewest possible added dependencies: finding them is a search; and the shape of the term is not unique where the order allows several (branches come in the order of the steps).</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/0008-from-dag.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0008FromDag = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0008FromDag as default
};
