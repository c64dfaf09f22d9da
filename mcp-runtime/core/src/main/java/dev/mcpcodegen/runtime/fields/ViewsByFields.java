package dev.mcpcodegen.runtime.fields;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Keeps what was made of a tool and fields, for as long as both are the same objects: fields of another account, or of another time, are
 * others. Bounded by weight; thread-safe.
 *
 * @param <V> what is made
 */
final class ViewsByFields<V> {

    private final long maxWeight;
    private final ToLongFunction<V> weights;
    private final Map<List<Object>, V> views = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    ViewsByFields(long maxWeight, ToLongFunction<V> weights) {
        this.maxWeight = maxWeight;
        this.weights = weights;
    }

    /** Making a view twice does no harm, so racing first ones are not made to wait. */
    V get(List<Object> of, Supplier<V> make) {
        synchronized (this) {
            V known = views.get(of);
            if (known != null) {
                return known;
            }
        }
        return keep(of, make.get());
    }

    private synchronized V keep(List<Object> of, V view) {
        V other = views.put(of, view);
        weight += weights.applyAsLong(view) - (other == null ? 0 : weights.applyAsLong(other));
        Iterator<V> oldestFirst = views.values().iterator();
        while (weight > maxWeight && views.size() > 1) {
            weight -= weights.applyAsLong(oldestFirst.next());
            oldestFirst.remove();
        }
        return view;
    }
}
