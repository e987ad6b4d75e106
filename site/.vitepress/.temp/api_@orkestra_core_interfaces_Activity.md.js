import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Activity","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/Activity.md","filePath":"api/@orkestra/core/interfaces/Activity.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/Activity.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / Activity</p><h1 id="interface-activity" tabindex="-1">Interface: Activity <a class="header-anchor" href="#interface-activity" aria-label="Permalink to &quot;Interface: Activity&quot;">​</a></h1><p>A worker that asks Step Functions for work.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-arn"></a> <code>arn</code></td><td><code>readonly</code></td><td><code>string</code></td></tr><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>readonly</code></td><td><code>&quot;activity&quot;</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/Activity.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Activity = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Activity as default
};
