import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: UnlistedOptions<I, T, X>","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/UnlistedOptions.md","filePath":"api/@orkestra/core/interfaces/UnlistedOptions.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/UnlistedOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / UnlistedOptions</p><h1 id="interface-unlistedoptions-i-t-x" tabindex="-1">Interface: UnlistedOptions&lt;I, T, X&gt; <a class="header-anchor" href="#interface-unlistedoptions-i-t-x" aria-label="Permalink to &quot;Interface: UnlistedOptions\\&lt;I, T, X\\&gt;&quot;">​</a></h1><p>What may be said of such a call besides what the service is told.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-i"></a> <code>I</code></td></tr><tr><td><a id="type-parameter-t"></a> <code>T</code></td></tr><tr><td><a id="type-parameter-x"></a> <code>X</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-credentials"></a> <code>credentials?</code></td><td><code>readonly</code></td><td><code>string</code> | ((<code>input</code>) =&gt; <a href="./../type-aliases/Of.html"><code>Of</code></a>&lt;<code>string</code>&gt;)</td><td>The ARN of a role to make the call as, of this account or another.</td></tr><tr><td><a id="property-heartbeat"></a> <code>heartbeat?</code></td><td><code>readonly</code></td><td><a href="./Duration.html"><code>Duration</code></a></td><td>For <code>.waitForTaskToken</code> and <code>.sync</code>. From 1 s, shorter than <code>taskTimeout</code>.</td></tr><tr><td><a id="property-name"></a> <code>name?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The task&#39;s own name: the action&#39;s name without it.</td></tr><tr><td><a id="property-result"></a> <code>result?</code></td><td><code>readonly</code></td><td>(<code>result</code>) =&gt; <code>X</code></td><td>Makes the output of what the service answered.</td></tr><tr><td><a id="property-tasktimeout"></a> <code>taskTimeout?</code></td><td><code>readonly</code></td><td><a href="./Duration.html"><code>Duration</code></a></td><td>Without it there is none. From 1 s.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/UnlistedOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const UnlistedOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  UnlistedOptions as default
};
