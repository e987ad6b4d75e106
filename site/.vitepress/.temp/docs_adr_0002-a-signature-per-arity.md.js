import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"2. A signature per arity, and JSON at the leaf","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/0002-a-signature-per-arity.md","filePath":"docs/adr/0002-a-signature-per-arity.md"}');
const _sfc_main = { name: "docs/adr/0002-a-signature-per-arity.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="_2-a-signature-per-arity-and-json-at-the-leaf" tabindex="-1">2. A signature per arity, and JSON at the leaf <a class="header-anchor" href="#_2-a-signature-per-arity-and-json-at-the-leaf" aria-label="Permalink to &quot;2. A signature per arity, and JSON at the leaf&quot;">​</a></h1><p><strong>Context.</strong> Payload types are to flow from a step into the callbacks of the next. With one variadic signature TypeScript infers all arguments at once and callbacks get <code>unknown</code>; the error of a mismatch names the whole tuple.</p><p><strong>Decision.</strong> <code>seq</code> has a signature for each number of steps up to 20, <code>par</code> and <code>parCatch</code> up to 12, written by a script into <code>generated/ladders.ts</code>. Every input but the first is <code>NoInfer</code>: a type comes from what the step before gives, never from what the next takes, so that the error is at the step that does not fit. Beyond 20 a variadic signature takes over; there the message names the position instead of the argument. <code>par</code> has a second tier for when nothing outside says what the input is: the intersection of what the branches take.</p><p>For arrays whose length only the run knows there are <code>seqAll</code> and <code>parAll</code>.</p><p>What a step returns reaches the next as its JSON image. The image is taken once, at the leaf: <code>task&lt;I, O&gt;</code> and <code>compose</code> give a <code>Graph&lt;I, Json&lt;O&gt;&gt;</code>, so no combinator has to know. <code>Json&lt;T&gt;</code> gives back <code>T</code> itself where JSON changes nothing: a hover then shows the user&#39;s own name for the type. A library&#39;s type (type-fest&#39;s <code>Jsonify</code>) expands every interface, and costs more.</p><p><strong>Given up.</strong> Short declaration files. The cost is measured: <code>bench</code> counts instantiations.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/0002-a-signature-per-arity.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0002ASignaturePerArity = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0002ASignaturePerArity as default
};
