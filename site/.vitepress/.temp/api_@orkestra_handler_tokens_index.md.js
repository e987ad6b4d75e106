import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"@orkestra/handler/tokens","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/handler/tokens/index.md","filePath":"api/@orkestra/handler/tokens/index.md"}');
const _sfc_main = { name: "api/@orkestra/handler/tokens/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / @orkestra/handler/tokens</p><h1 id="orkestra-handler-tokens" tabindex="-1">@orkestra/handler/tokens <a class="header-anchor" href="#orkestra-handler-tokens" aria-label="Permalink to &quot;@orkestra/handler/tokens&quot;">​</a></h1><p>Answer task tokens from a function behind an API, or from anywhere else.</p><h2 id="interfaces" tabindex="-1">Interfaces <a class="header-anchor" href="#interfaces" aria-label="Permalink to &quot;Interfaces&quot;">​</a></h2><ul><li><a href="./interfaces/TaskTokens.html">TaskTokens</a></li></ul><h2 id="functions" tabindex="-1">Functions <a class="header-anchor" href="#functions" aria-label="Permalink to &quot;Functions&quot;">​</a></h2><ul><li><a href="./functions/taskTokens.html">taskTokens</a></li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/handler/tokens/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
