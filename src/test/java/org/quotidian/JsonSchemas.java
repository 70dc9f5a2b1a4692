package org.quotidian;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Validates JSON. */
public final class JsonSchemas {

  private JsonSchemas() {}

  /** Descriptions of the mistakes; empty if there are none. */
  public static List<String> mistakes(String schema, String json, SpecificationVersion version) {
    Schema read = SchemaRegistry.withDefaultDialect(version).getSchema(schema, InputFormat.JSON);
    return read.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}
