import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"4. State names","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/0004-names.md","filePath":"docs/adr/0004-names.md"}');
const _sfc_main = { name: "docs/adr/0004-names.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="_4-state-names" tabindex="-1">4. State names <a class="header-anchor" href="#_4-state-names" aria-label="Permalink to &quot;4. State names&quot;">​</a></h1><p><strong>Context.</strong> Names must be unique in the whole machine, at most 80 characters, stable when a workflow is edited, and the same in the definition, in a local run and in diagrams. A process-wide counter renames states when unrelated code is added; paths are unreadable.</p><p><strong>Decision.</strong> <code>occurrences</code> names every place once, in the order of the term. The first occurrence of a name keeps it, later ones are <code>name2</code>, <code>name3</code>. Names that users gave (<code>task</code>, <code>compose</code>, <code>named</code>) come first; derived ones (<code>Parallel z, g</code>, <code>Map x</code>, <code>Capture a</code>, <code>z_failed</code>) are numbered around them and never take one away. A derived name that is too long is cut and ends in a hash of the whole, so that two long names stay apart and one does not depend on the other. A user&#39;s name of over 80 characters is an error of <code>emit</code> (ASL020): shortening it silently would lose what was asked for.</p><p><code>x</code>, <code>x</code> and a task that is called <code>x2</code>: the user&#39;s <code>x2</code> keeps its name and the second <code>x</code> is <code>x3</code>. This is the only case in which a step of another name matters.</p><p><strong>Given up.</strong> Names that tell where in the tree a state is.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/0004-names.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0004Names = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0004Names as default
};
