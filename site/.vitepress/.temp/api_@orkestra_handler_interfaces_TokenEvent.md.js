import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TokenEvent<I, A>","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/handler/interfaces/TokenEvent.md","filePath":"api/@orkestra/handler/interfaces/TokenEvent.md"}');
const _sfc_main = { name: "api/@orkestra/handler/interfaces/TokenEvent.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/handler</a> / TokenEvent</p><h1 id="interface-tokenevent-i-a" tabindex="-1">Interface: TokenEvent&lt;I, A&gt; <a class="header-anchor" href="#interface-tokenevent-i-a" aria-label="Permalink to &quot;Interface: TokenEvent\\&lt;I, A\\&gt;&quot;">​</a></h1><p>What the function of <code>waitForToken</code> gets.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th><th>Default type</th></tr></thead><tbody><tr><td><a id="type-parameter-i"></a> <code>I</code></td><td>-</td></tr><tr><td><a id="type-parameter-a"></a> <code>A</code></td><td><code>unknown</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-input"></a> <code>input</code></td><td><code>readonly</code></td><td><code>I</code></td><td>The step&#39;s input.</td></tr><tr><td><a id="property-token"></a> <code>token</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/TaskToken.html"><code>TaskToken</code></a>&lt;<code>A</code>&gt;</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/handler/interfaces/TokenEvent.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TokenEvent = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TokenEvent as default
};
