import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"API reference","description":"","frontmatter":{},"headers":[],"relativePath":"api/index.md","filePath":"api/index.md"}');
const _sfc_main = { name: "api/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="api-reference" tabindex="-1">API reference <a class="header-anchor" href="#api-reference" aria-label="Permalink to &quot;API reference&quot;">​</a></h1><h2 id="modules" tabindex="-1">Modules <a class="header-anchor" href="#modules" aria-label="Permalink to &quot;Modules&quot;">​</a></h2><ul><li><a href="./@orkestra/asl/">@orkestra/asl</a></li><li><a href="./@orkestra/asl/draw/">@orkestra/asl/draw</a></li><li><a href="./@orkestra/asl/execute/">@orkestra/asl/execute</a></li><li><a href="./@orkestra/asl/files/">@orkestra/asl/files</a></li><li><a href="./@orkestra/asl/serve/">@orkestra/asl/serve</a></li><li><a href="./@orkestra/cdk-adapter/">@orkestra/cdk-adapter</a></li><li><a href="./@orkestra/core/">@orkestra/core</a></li><li><a href="./@orkestra/handler/">@orkestra/handler</a></li><li><a href="./@orkestra/handler/idempotency/">@orkestra/handler/idempotency</a></li><li><a href="./@orkestra/handler/powertools/">@orkestra/handler/powertools</a></li><li><a href="./@orkestra/handler/store/">@orkestra/handler/store</a></li><li><a href="./@orkestra/handler/tokens/">@orkestra/handler/tokens</a></li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
