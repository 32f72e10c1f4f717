/**
 * With Microsoft's own Excel client, which the test puts before it, this stands in for office.js in a browser without
 * Excel: the parts of `Office` that the add-in uses, and a connection to the host that the test plays, `answerExcel`.
 */
window.pressed = {};
window.associated = {};
window.startups = [];
Object.assign(OSF, { DDA: { RichApi: { richApiMessageManager: { register: async () => {} } } } });
window.CustomFunctions = { ...window.CustomFunctions, associate: (id, call) => void (window.associated[id] = call) };
Office = {
  HostType: { Excel: "Excel" },
  EventType: { DocumentSelectionChanged: "documentSelectionChanged" },
  StartupBehavior: { load: "Load", none: "None" },
  VisibilityMode: { hidden: "Hidden", taskpane: "Taskpane" },
  onReady: async () => ({ host: "Excel" }),
  actions: { associate: (name, command) => void (window.pressed[name] = command) },
  addin: {
    showAsTaskpane: async () => {},
    onVisibilityModeChanged: async () => async () => {},
    getStartupBehavior: async () => window.startups.at(-1) ?? "None",
    setStartupBehavior: async (behavior) => void window.startups.push(behavior),
  },
  context: {
    requirements: { isSetSupported: () => true },
    document: { addHandlerAsync() {}, removeHandlerAsync() {} },
  },
};
OfficeExtension.SessionBase._overrideSession = {
  _resolveRequestUrlAndHeaderInfo: async () => ({ url: "http://document.localhost/", headers: {} }),
  _createRequestExecutorOrNull: () => ({
    executeAsync: async (_data, _flags, message) => ({ Headers: {}, ...(await window.answerExcel(message.Body)) }),
  }),
};
