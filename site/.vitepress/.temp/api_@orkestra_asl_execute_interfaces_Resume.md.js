import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Resume","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/execute/interfaces/Resume.md","filePath":"api/@orkestra/asl/execute/interfaces/Resume.md"}');
const _sfc_main = { name: "api/@orkestra/asl/execute/interfaces/Resume.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/execute</a> / Resume</p><h1 id="interface-resume" tabindex="-1">Interface: Resume <a class="header-anchor" href="#interface-resume" aria-label="Permalink to &quot;Interface: Resume&quot;">​</a></h1><p>How <code>execute</code> takes up an execution.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-children"></a> <code>children?</code></td><td><code>readonly</code></td><td><code>ReadonlyMap</code>&lt;<code>string</code>, <code>ReadonlyMap</code>&lt;<code>number</code>, <code>unknown</code>&gt;&gt;</td><td>The outputs of the children of distributed Maps that succeeded, by the ARN of the run and their index.</td></tr><tr><td><a id="property-elapsed"></a> <code>elapsed</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Milliseconds from its start until now.</td></tr><tr><td><a id="property-history"></a> <code>history</code></td><td><code>readonly</code></td><td>readonly <a href="./../type-aliases/HistoryEvent.html"><code>HistoryEvent</code></a>[]</td><td>What happened so far: ids go on from there.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/execute/interfaces/Resume.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Resume = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Resume as default
};
