import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ReadDefinition","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/files/interfaces/ReadDefinition.md","filePath":"api/@orkestra/asl/files/interfaces/ReadDefinition.md"}');
const _sfc_main = { name: "api/@orkestra/asl/files/interfaces/ReadDefinition.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/files</a> / ReadDefinition</p><h1 id="interface-readdefinition" tabindex="-1">Interface: ReadDefinition <a class="header-anchor" href="#interface-readdefinition" aria-label="Permalink to &quot;Interface: ReadDefinition&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-definition"></a> <code>definition</code></td><td><code>readonly</code></td><td><code>unknown</code></td><td>The definition, as JSON has it: YAML and the intrinsic functions of CloudFormation are read, and what is known at deployment only is a placeholder <code>\${…}</code>. <code>undefined</code> when it cannot be read; <code>issues</code> or <code>unread</code> say why. It is not known to be valid: <code>issues</code> says what is wrong, and <code>validate</code> gives it its type.</td></tr><tr><td><a id="property-issues"></a> <code>issues</code></td><td><code>readonly</code></td><td>readonly <a href="./../../interfaces/Issue.html"><code>Issue</code></a>[]</td><td>Every error and warning about this definition, with the line and the column in <code>place.text</code>.</td></tr><tr><td><a id="property-name"></a> <code>name</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The name of the machine: that of its resource, of its export, or of its file.</td></tr><tr><td><a id="property-place"></a> <code>place</code></td><td><code>readonly</code></td><td><a href="./DefinitionPlace.html"><code>DefinitionPlace</code></a></td><td>-</td></tr><tr><td><a id="property-placeholders"></a> <code>placeholders</code></td><td><code>readonly</code></td><td>readonly <a href="./Placeholder.html"><code>Placeholder</code></a>[]</td><td>-</td></tr><tr><td><a id="property-substitutions"></a> <code>substitutions</code></td><td><code>readonly</code></td><td><code>ReadonlyMap</code>&lt;<code>string</code>, <code>unknown</code>&gt;</td><td>What fills the placeholders, by name, as the template has it. Those of a file that stands alone are filled elsewhere.</td></tr><tr><td><a id="property-type"></a> <code>type</code></td><td><code>readonly</code></td><td><code>&quot;STANDARD&quot;</code> | <code>&quot;EXPRESS&quot;</code></td><td>-</td></tr><tr><td><a id="property-unread"></a> <code>unread?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>Why the definition is known at deployment only, and was not looked at.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/files/interfaces/ReadDefinition.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ReadDefinition = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ReadDefinition as default
};
