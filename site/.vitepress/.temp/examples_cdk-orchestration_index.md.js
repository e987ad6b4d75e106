import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"cdk-orchestration","description":"","frontmatter":{},"headers":[],"relativePath":"examples/cdk-orchestration/index.md","filePath":"examples/cdk-orchestration/index.md"}');
const _sfc_main = { name: "examples/cdk-orchestration/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="cdk-orchestration" tabindex="-1">cdk-orchestration <a class="header-anchor" href="#cdk-orchestration" aria-label="Permalink to &quot;cdk-orchestration&quot;">​</a></h1><p>A workflow as a chain of CDK&#39;s own states (<code>definition</code>), between states that only CDK has. The part that is a graph is tested as one.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("examples/cdk-orchestration/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
