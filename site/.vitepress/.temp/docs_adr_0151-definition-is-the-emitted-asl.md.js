import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"151. CDK's chain is the emitted ASL","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/0151-definition-is-the-emitted-asl.md","filePath":"docs/adr/0151-definition-is-the-emitted-asl.md"}`);
const _sfc_main = { name: "docs/adr/0151-definition-is-the-emitted-asl.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="_151-cdk-s-chain-is-the-emitted-asl" tabindex="-1">151. CDK&#39;s chain is the emitted ASL <a class="header-anchor" href="#_151-cdk-s-chain-is-the-emitted-asl" aria-label="Permalink to &quot;151. CDK&#39;s chain is the emitted ASL&quot;">​</a></h1><p><code>definition</code> built CDK&#39;s own states from the workflow: a second writer of what <code>emit</code> writes. It lacked what the first one derives: no permission but for functions, and another partition.</p><p><strong>Decision.</strong> <code>definition</code> emits, and makes of each state one construct, a subclass of <code>CustomState</code>, that holds its JSON. CDK is told what CDK has to know: what a state leads to, and what is inside it, so that chains go on, prefixes work and names stay unique. What the state needs of a machine is what <code>policy</code> reads in its JSON, registered with the graph that it is bound to; for a distributed Map the construct has the mark by which CDK gives its own what they need. Fragments are stubs in the emission, known by their comments, and CDK&#39;s states in the chain.</p><p><strong>Given up.</strong> The states are no <code>LambdaInvoke</code>, <code>Parallel</code> or <code>Map</code> of CDK: nobody can add a retry to one that way. <code>task</code> is one, for that.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/0151-definition-is-the-emitted-asl.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0151DefinitionIsTheEmittedAsl = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0151DefinitionIsTheEmittedAsl as default
};
