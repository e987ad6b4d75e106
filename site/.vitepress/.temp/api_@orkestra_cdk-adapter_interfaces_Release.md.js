import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Release<M>","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/cdk-adapter/interfaces/Release.md","filePath":"api/@orkestra/cdk-adapter/interfaces/Release.md"}');
const _sfc_main = { name: "api/@orkestra/cdk-adapter/interfaces/Release.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/cdk-adapter</a> / Release</p><h1 id="interface-release-m" tabindex="-1">Interface: Release&lt;M&gt; <a class="header-anchor" href="#interface-release-m" aria-label="Permalink to &quot;Interface: Release\\&lt;M\\&gt;&quot;">​</a></h1><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th><th>Default type</th></tr></thead><tbody><tr><td><a id="type-parameter-m"></a> <code>M</code> <em>extends</em> <code>StateMachine</code></td><td><code>StateMachine</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-alarms"></a> <code>alarms?</code></td><td><code>readonly</code></td><td>(<code>machine</code>) =&gt; readonly <code>IAlarm</code>[]</td><td>When one of these goes off while executions move, all go back to the version before.</td></tr><tr><td><a id="property-alias"></a> <code>alias?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The alias&#39; name. Default <code>live</code>.</td></tr><tr><td><a id="property-description"></a> <code>description?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>Of the version.</td></tr><tr><td><a id="property-shift"></a> <code>shift?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Shift.html"><code>Shift</code></a></td><td>Default <code>&quot;allAtOnce&quot;</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/cdk-adapter/interfaces/Release.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Release = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Release as default
};
