import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"10. The validator walks by itself","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/0010-the-validator.md","filePath":"docs/adr/0010-the-validator.md"}');
const _sfc_main = { name: "docs/adr/0010-the-validator.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="_10-the-validator-walks-by-itself" tabindex="-1">10. The validator walks by itself <a class="header-anchor" href="#_10-the-validator-walks-by-itself" aria-label="Permalink to &quot;10. The validator walks by itself&quot;">​</a></h1><p><strong>Context.</strong> JSON Schema says well which fields an object has and which values they take. It says badly what a name refers to, and a schema that leads from a Parallel state into its branches and back is tried once for every alternative at every level: asl-validator&#39;s costs twice as much with each nested Parallel. Compiling schemas takes 200 ms, and loading thirty modules longer than checking a thousand states.</p><p><strong>Decision.</strong> <code>schema/asl.json</code> describes one object at a time: a machine, a scope, each type of state, a choice rule. It is compiled ahead of time (<code>scripts/generate-validator.mjs</code>); no ajv at run time. The outline finds every scope with a stack of its own, in one pass; then each scope and each state goes through the passes, in one order, and every pass reports into one list. Names, transitions, variables, paths and expressions are code, for they are about more than one object. What AWS was seen to take is at most a warning, whatever a document says; what it was seen to refuse is an error; what follows from a mistake that is reported already is left out. Expressions are read by the <code>jsonata</code> library, which is loaded when the first one is met. Positions are looked for only when there is something to tell: JSON.parse reads a text, and a count of its members shows whether a key was lost. <code>@orkestra/asl/validate</code> is one bundled module without fp-ts: an <code>Either</code> is plain data, and is written as such.</p><p><strong>Given up.</strong> One schema for editors. The order of the issues is that of the passes within a state, not that of the lines; the command line sorts them. An expression too deep for the library&#39;s parser is not judged.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/0010-the-validator.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0010TheValidator = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0010TheValidator as default
};
