package io.policyc.packing;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Statements distributed over documents, first fit decreasing: the largest first, each into the first document that still
 * has room. Within a document statements keep their order, and documents stand in the order of their first statements.
 */
final class Shelves {
    private final int room;
    private final List<List<Integer>> shelves = new ArrayList<>();
    private final List<Integer> used = new ArrayList<>();

    private Shelves(int room) {
        this.room = room;
    }

    /**
     * The indices for each document.
     *
     * @param sizes none larger than the room
     * @param room for the statements of one document and the commas between them
     */
    static ImmutableList<ImmutableList<Integer>> fill(List<Integer> sizes, int room) {
        Shelves shelves = new Shelves(room);
        IntStream.range(0, sizes.size())
                .boxed()
                .sorted(Comparator.comparing(sizes::get).reversed())
                .forEach(index -> shelves.put(index, sizes.get(index)));
        return shelves.shelves.stream()
                .map(shelf -> ImmutableList.sortedCopyOf(shelf))
                .sorted(Comparator.comparing(shelf -> shelf.get(0)))
                .collect(ImmutableList.toImmutableList());
    }

    private void put(int index, int size) {
        for (int shelf = 0; shelf < shelves.size(); shelf++) {
            if (used.get(shelf) + 1 + size <= room) {
                shelves.get(shelf).add(index);
                used.set(shelf, used.get(shelf) + 1 + size);
                return;
            }
        }
        shelves.add(new ArrayList<>(List.of(index)));
        used.add(size);
    }
}
