@org.jspecify.annotations.NullMarked
package org.throttleagent.runtime.settings;
