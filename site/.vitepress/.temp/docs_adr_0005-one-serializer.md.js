import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"5. One serializer","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/0005-one-serializer.md","filePath":"docs/adr/0005-one-serializer.md"}');
const _sfc_main = { name: "docs/adr/0005-one-serializer.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="_5-one-serializer" tabindex="-1">5. One serializer <a class="header-anchor" href="#_5-one-serializer" aria-label="Permalink to &quot;5. One serializer&quot;">​</a></h1><p><strong>Context.</strong> CDK renders ASL from its own states. It forgets the machine&#39;s query language inside branches (aws-cdk#34352), ignores time-out and comment of definitions given as text, and overflows on long chains. Two serializers would drift apart.</p><p><strong>Decision.</strong> <code>stateMachine</code> deploys the text of <code>emit</code> through <code>DefinitionBody.fromString</code>, with <code>DefinitionSubstitutions</code> for the functions. The template then holds the definition as one plain string: what a test sees is what AWS gets. The role&#39;s statements come from <code>grantInvoke</code> on exactly the functions of the workflow. <code>definition</code>, which builds CDK&#39;s own states, exists for mixing with other constructs; a property test compares its rendering with <code>emit</code> on random graphs, in both query languages.</p><p><strong>Given up.</strong> CDK tokens inside the definition; they go through substitutions.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/0005-one-serializer.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0005OneSerializer = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0005OneSerializer as default
};
