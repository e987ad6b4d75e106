import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"1. A graph is a tree of plain data","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/0001-tree-as-data.md","filePath":"docs/adr/0001-tree-as-data.md"}');
const _sfc_main = { name: "docs/adr/0001-tree-as-data.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="_1-a-graph-is-a-tree-of-plain-data" tabindex="-1">1. A graph is a tree of plain data <a class="header-anchor" href="#_1-a-graph-is-a-tree-of-plain-data" aria-label="Permalink to &quot;1. A graph is a tree of plain data&quot;">​</a></h1><p><strong>Context.</strong> CDK&#39;s states hold their successors and are changed by chaining; a sub-workflow can stand in one place only, and every new way of reading is a method on each class. Decorator libraries keep <code>downstream</code> lists on functions, with the same result.</p><p><strong>Decision.</strong> <code>Graph&lt;I, O&gt;</code> is a frozen tree of nodes with a <code>_tag</code>. Nodes know neither their parents nor their places. Whatever depends on the place (names, successors, positions) is computed by <code>occurrences</code>, which makes one object per place. Series and parallel are constructors, so a workflow cannot hold a cycle and has one entry and one exit.</p><p>A composed handler&#39;s function rides along under a global symbol: <code>JSON</code>, <code>structuredClone</code> and <code>equals</code> do not see it, so it is not part of the data, yet <code>run</code> finds it.</p><p><strong>Given up.</strong> Arbitrary graphs. A dependency graph that is not series-parallel has to be brought into this form first.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/0001-tree-as-data.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0001TreeAsData = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0001TreeAsData as default
};
