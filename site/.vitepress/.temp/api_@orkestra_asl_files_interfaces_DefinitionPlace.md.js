import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: DefinitionPlace","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/files/interfaces/DefinitionPlace.md","filePath":"api/@orkestra/asl/files/interfaces/DefinitionPlace.md"}');
const _sfc_main = { name: "api/@orkestra/asl/files/interfaces/DefinitionPlace.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/files</a> / DefinitionPlace</p><h1 id="interface-definitionplace" tabindex="-1">Interface: DefinitionPlace <a class="header-anchor" href="#interface-definitionplace" aria-label="Permalink to &quot;Interface: DefinitionPlace&quot;">​</a></h1><p>Where a definition stands.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-column"></a> <code>column?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-file"></a> <code>file</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-from"></a> <code>from?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The template or service file that leads to <code>file</code>, when that is another.</td></tr><tr><td><a id="property-line"></a> <code>line?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Of the definition in the text. Both count from 1.</td></tr><tr><td><a id="property-path"></a> <code>path</code></td><td><code>readonly</code></td><td><code>string</code></td><td>JSON pointer of the definition in its file; <code>&#39;&#39;</code> is the whole file.</td></tr><tr><td><a id="property-text"></a> <code>text</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The text that lines and columns count in.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/files/interfaces/DefinitionPlace.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DefinitionPlace = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DefinitionPlace as default
};
