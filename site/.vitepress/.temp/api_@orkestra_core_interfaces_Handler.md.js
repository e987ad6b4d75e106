import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Handler","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/Handler.md","filePath":"api/@orkestra/core/interfaces/Handler.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/Handler.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / Handler</p><h1 id="interface-handler" tabindex="-1">Interface: Handler <a class="header-anchor" href="#interface-handler" aria-label="Permalink to &quot;Interface: Handler&quot;">​</a></h1><p>What is done about some errors.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./ErrorHandler.html"><code>ErrorHandler</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-errors"></a> <code>errors</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>-</td></tr><tr><td><a id="property-handler"></a> <code>handler</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Node.html"><code>Node</code></a></td><td>-</td></tr><tr><td><a id="property-keep"></a> <code>keep?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The field beside the payload under which the handler gets the error; without it the error is all that it gets.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/Handler.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Handler = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Handler as default
};
