package org.countinghouse.workflows.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Scripts cannot be sandboxed, so there are none: every language is refused. */
class NoScripts implements ScriptEngineResolver {

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory factory) {
    // engines on the class path stay unused
  }

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    throw refusal("any language");
  }

  @Override
  public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
    throw refusal(language);
  }

  private static ProcessEngineException refusal(String language) {
    return new ProcessEngineException(
        "Scripts are not run (%s): write a delegate instead.".formatted(language));
  }
}
