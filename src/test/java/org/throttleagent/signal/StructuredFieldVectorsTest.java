package org.throttleagent.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throttleagent.testing.Repository;

/**
 * The vectors of the HTTP working group for structured fields (github.com/httpwg/structured-field-tests), which lie beside the
 * repository and are no part of it. Display strings are left out: no field of limits has one.
 */
class StructuredFieldVectorsTest {
    private static final Path FOLDER =
            Repository.root().resolve("../shared/data/structured-field-tests").normalize();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "binary",
                "boolean",
                "date",
                "dictionary",
                "examples",
                "item",
                "key-generated",
                "large-generated",
                "list",
                "listlist",
                "number",
                "number-generated",
                "param-dict",
                "param-list",
                "param-listlist",
                "string",
                "string-generated",
                "token",
                "token-generated"
            })
    void agrees(String file) throws IOException {
        assumeTrue(
                Files.isDirectory(FOLDER),
                "not run: " + FOLDER + " is not there; clone github.com/httpwg/structured-field-tests to it");
        JsonNode records =
                new ObjectMapper().readTree(FOLDER.resolve(file + ".json").toFile());
        List<String> wrong = new ArrayList<>();
        for (JsonNode each : records) {
            String problem = problem(each);
            if (!problem.isEmpty()) {
                wrong.add(each.path("name").asText() + ": " + problem);
            }
        }
        assertThat(records).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    private static String problem(JsonNode vector) {
        List<String> lines = new ArrayList<>();
        vector.path("raw").forEach(line -> lines.add(line.asText()));
        String type = vector.path("header_type").asText();
        String read = StructuredFieldText.read(String.join(", ", lines), type);
        if (vector.path("must_fail").asBoolean()) {
            return read.equals(StructuredFieldText.FAILED) ? "" : "read as " + read;
        }
        if (vector.path("can_fail").asBoolean() && read.equals(StructuredFieldText.FAILED)) {
            return "";
        }
        String expected = StructuredFieldText.expected(vector.path("expected"), type);
        return read.equals(expected) ? "" : "expected " + expected + " but read " + read;
    }
}
