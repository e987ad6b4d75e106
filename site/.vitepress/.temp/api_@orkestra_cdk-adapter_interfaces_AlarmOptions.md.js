import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: AlarmOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/cdk-adapter/interfaces/AlarmOptions.md","filePath":"api/@orkestra/cdk-adapter/interfaces/AlarmOptions.md"}');
const _sfc_main = { name: "api/@orkestra/cdk-adapter/interfaces/AlarmOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/cdk-adapter</a> / AlarmOptions</p><h1 id="interface-alarmoptions" tabindex="-1">Interface: AlarmOptions <a class="header-anchor" href="#interface-alarmoptions" aria-label="Permalink to &quot;Interface: AlarmOptions&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>Readonly</code>&lt;<code>Partial</code>&lt;<code>Record</code>&lt;<code>Kind</code>, <code>number</code> | <code>false</code>&gt;&gt;&gt;</li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-aborted"></a> <code>aborted?</code></td><td><code>public</code></td><td><code>number</code> | <code>false</code></td><td>-</td><td><code>AlarmOptions</code>.<a href="#property-aborted"><code>aborted</code></a></td></tr><tr><td><a id="property-actions"></a> <code>actions?</code></td><td><code>readonly</code></td><td>readonly <code>IAlarmAction</code>[]</td><td>What an alarm does, such as <code>new SnsAction(topic)</code>.</td><td>-</td></tr><tr><td><a id="property-failed"></a> <code>failed?</code></td><td><code>public</code></td><td><code>number</code> | <code>false</code></td><td>-</td><td><code>AlarmOptions</code>.<a href="#property-failed"><code>failed</code></a></td></tr><tr><td><a id="property-id"></a> <code>id?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>Of the construct that holds the alarms, in the machine. Default <code>Alarms</code>.</td><td>-</td></tr><tr><td><a id="property-period"></a> <code>period?</code></td><td><code>readonly</code></td><td><code>Duration</code></td><td>Over which the executions are counted. Default five minutes.</td><td>-</td></tr><tr><td><a id="property-throttled"></a> <code>throttled?</code></td><td><code>public</code></td><td><code>number</code> | <code>false</code></td><td>-</td><td><code>AlarmOptions</code>.<a href="#property-throttled"><code>throttled</code></a></td></tr><tr><td><a id="property-timedout"></a> <code>timedOut?</code></td><td><code>public</code></td><td><code>number</code> | <code>false</code></td><td>-</td><td><code>AlarmOptions</code>.<a href="#property-timedout"><code>timedOut</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/cdk-adapter/interfaces/AlarmOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AlarmOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AlarmOptions as default
};
