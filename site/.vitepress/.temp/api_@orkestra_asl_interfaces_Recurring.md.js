import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Recurring","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/Recurring.md","filePath":"api/@orkestra/asl/interfaces/Recurring.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/Recurring.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / Recurring</p><h1 id="interface-recurring" tabindex="-1">Interface: Recurring <a class="header-anchor" href="#interface-recurring" aria-label="Permalink to &quot;Interface: Recurring&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-expression"></a> <code>expression</code></td><td><code>readonly</code></td><td><code>string</code></td><td>EventBridge Scheduler&#39;s own: <code>rate(5 minutes)</code>, <code>cron(0 6 * * ? *)</code>, <code>at(2030-01-01T00:00:00)</code>.</td></tr><tr><td><a id="property-input"></a> <code>input?</code></td><td><code>readonly</code></td><td><code>unknown</code></td><td>What each execution gets. Default <code>{}</code>.</td></tr><tr><td><a id="property-timezone"></a> <code>timeZone?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>An IANA name, such as <code>Europe/Berlin</code>. Default UTC.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/Recurring.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Recurring = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Recurring as default
};
