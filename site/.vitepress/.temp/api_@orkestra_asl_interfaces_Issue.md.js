import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Issue","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/Issue.md","filePath":"api/@orkestra/asl/interfaces/Issue.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/Issue.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / Issue</p><h1 id="interface-issue" tabindex="-1">Interface: Issue <a class="header-anchor" href="#interface-issue" aria-label="Permalink to &quot;Interface: Issue&quot;">​</a></h1><p>What is wrong with a definition, as data.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-code"></a> <code>code</code></td><td><code>readonly</code></td><td><code>\`ASL\${string}\`</code></td><td><code>ASL0xx</code>: each has an entry in the docs.</td></tr><tr><td><a id="property-column"></a> <code>column?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-hint"></a> <code>hint</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The way out.</td></tr><tr><td><a id="property-line"></a> <code>line?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Where in the text, when the definition was given as text: both count from 1.</td></tr><tr><td><a id="property-message"></a> <code>message</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-path"></a> <code>path</code></td><td><code>readonly</code></td><td><code>string</code></td><td>Where, as a JSON pointer into the definition (RFC 6901); <code>&#39;&#39;</code> is the whole.</td></tr><tr><td><a id="property-severity"></a> <code>severity</code></td><td><code>readonly</code></td><td><code>&quot;error&quot;</code> | <code>&quot;warning&quot;</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/Issue.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Issue = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Issue as default
};
