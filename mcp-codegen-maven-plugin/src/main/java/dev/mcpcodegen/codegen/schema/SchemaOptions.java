package dev.mcpcodegen.codegen.schema;

/**
 * How tools are described to clients.
 *
 * @param profile which keywords input schemas may hold
 * @param outputs how much is said of answers
 */
public record SchemaOptions(SchemaProfile profile, OutputDetail outputs) {

    /** What every client takes and models can pay for. */
    public static final SchemaOptions DEFAULT = new SchemaOptions(SchemaProfile.PORTABLE, OutputDetail.LEAN);

    /** How much is said of answers. */
    public enum OutputDetail {
        /** Names of properties; nothing is required or refused. */
        LEAN,
        /** All that the vendor documents. Clients reject answers that break it. */
        FULL,
        /** No output schema. */
        NONE
    }
}
