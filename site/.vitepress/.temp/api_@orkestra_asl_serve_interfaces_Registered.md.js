import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Registered","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/serve/interfaces/Registered.md","filePath":"api/@orkestra/asl/serve/interfaces/Registered.md"}');
const _sfc_main = { name: "api/@orkestra/asl/serve/interfaces/Registered.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/serve</a> / Registered</p><h1 id="interface-registered" tabindex="-1">Interface: Registered <a class="header-anchor" href="#interface-registered" aria-label="Permalink to &quot;Interface: Registered&quot;">​</a></h1><p>A machine that is there from the start.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-lambdas"></a> <code>lambdas?</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./../../execute/type-aliases/StandIn.html"><code>StandIn</code></a>&gt;&gt;</td><td>By the names under which the definition calls them, for a workflow in which more is called than it brings along.</td></tr><tr><td><a id="property-type"></a> <code>type?</code></td><td><code>readonly</code></td><td><code>MachineType</code></td><td>Default: the workflow&#39;s own, else <code>&#39;STANDARD&#39;</code>.</td></tr><tr><td><a id="property-workflow"></a> <code>workflow</code></td><td><code>readonly</code></td><td><code>string</code> | <code>object</code> | <a href="./../../../core/type-aliases/AnyStep.html"><code>AnyStep</code></a></td><td>A workflow, whose composed handlers are called; or a definition, as an object or as JSON text.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/serve/interfaces/Registered.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Registered = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Registered as default
};
