import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Problem","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/serve/interfaces/Problem.md","filePath":"api/@orkestra/asl/serve/interfaces/Problem.md"}');
const _sfc_main = { name: "api/@orkestra/asl/serve/interfaces/Problem.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/serve</a> / Problem</p><h1 id="interface-problem" tabindex="-1">Interface: Problem <a class="header-anchor" href="#interface-problem" aria-label="Permalink to &quot;Interface: Problem&quot;">​</a></h1><p>Why a definition could not be taken, and where the fault is.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-issues"></a> <code>issues</code></td><td><code>readonly</code></td><td>readonly <a href="./../../interfaces/Issue.html"><code>Issue</code></a>[]</td><td>-</td></tr><tr><td><a id="property-message"></a> <code>message</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-text"></a> <code>text</code></td><td><code>readonly</code></td><td><code>string</code> | <code>undefined</code></td><td>The definition, where there is one.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/serve/interfaces/Problem.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Problem = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Problem as default
};
