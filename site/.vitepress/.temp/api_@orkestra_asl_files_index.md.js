import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"@orkestra/asl/files","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/files/index.md","filePath":"api/@orkestra/asl/files/index.md"}');
const _sfc_main = { name: "api/@orkestra/asl/files/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / @orkestra/asl/files</p><h1 id="orkestra-asl-files" tabindex="-1">@orkestra/asl/files <a class="header-anchor" href="#orkestra-asl-files" aria-label="Permalink to &quot;@orkestra/asl/files&quot;">​</a></h1><p>Read definitions from the files they live in. A separate entry, so that emitting loads no YAML parser.</p><h2 id="classes" tabindex="-1">Classes <a class="header-anchor" href="#classes" aria-label="Permalink to &quot;Classes&quot;">​</a></h2><ul><li><a href="./classes/FileError.html">FileError</a></li></ul><h2 id="interfaces" tabindex="-1">Interfaces <a class="header-anchor" href="#interfaces" aria-label="Permalink to &quot;Interfaces&quot;">​</a></h2><ul><li><a href="./interfaces/DefinitionPlace.html">DefinitionPlace</a></li><li><a href="./interfaces/Placeholder.html">Placeholder</a></li><li><a href="./interfaces/ReadDefinition.html">ReadDefinition</a></li><li><a href="./interfaces/ReadOptions.html">ReadOptions</a></li></ul><h2 id="functions" tabindex="-1">Functions <a class="header-anchor" href="#functions" aria-label="Permalink to &quot;Functions&quot;">​</a></h2><ul><li><a href="./functions/fillPlaceholders.html">fillPlaceholders</a></li><li><a href="./functions/findFiles.html">findFiles</a></li><li><a href="./functions/historyIn.html">historyIn</a></li><li><a href="./functions/readDefinitions.html">readDefinitions</a></li><li><a href="./functions/readDefinitionsIn.html">readDefinitionsIn</a></li><li><a href="./functions/readHistory.html">readHistory</a></li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/files/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
