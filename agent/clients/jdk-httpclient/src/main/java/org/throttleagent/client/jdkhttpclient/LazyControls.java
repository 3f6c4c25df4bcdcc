package org.throttleagent.client.jdkhttpclient;

import org.jspecify.annotations.Nullable;

/** The {@link ExchangeControls}, found when the first wait or retry is due: most requests need none. */
/* `controls` is set once; finding it twice does no harm. */
final class LazyControls {
    private final Class<?> exchangeType;

    private volatile @Nullable ExchangeControls controls;

    LazyControls(Class<?> exchangeType) {
        this.exchangeType = exchangeType;
    }

    ExchangeControls get() {
        ExchangeControls found = controls;
        if (found == null) {
            found = ExchangeControls.of(exchangeType);
            controls = found;
        }
        return found;
    }
}
