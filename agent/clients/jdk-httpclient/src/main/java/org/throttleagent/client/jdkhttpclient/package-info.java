@NullMarked
package org.throttleagent.client.jdkhttpclient;

import org.jspecify.annotations.NullMarked;
