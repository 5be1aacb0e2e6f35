package org.readingroom.viewer.hanging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;

/// For which studies a protocol is made: Hanging Protocol Definition Sequence (0072,000C). What is
/// empty asks nothing.
///
/// One of `modalities` is in the study; one such as `PT+CT` stands for both together. `procedures`
/// are words of both languages, one of which the study's description has; `numberOfScreens`
/// (0072,0100) is how many screens for pictures it needs.
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record ProtocolDefinition(
        List<String> modalities,
        List<BodyRegion> anatomicRegions,
        List<String> procedures,
        String laterality,
        List<String> viewPositions,
        int numberOfScreens) {
    public static final ProtocolDefinition ANY =
            new ProtocolDefinition(List.of(), List.of(), List.of(), "", List.of(), 0);

    public ProtocolDefinition {
        modalities = modalities == null ? List.of() : List.copyOf(modalities);
        anatomicRegions = anatomicRegions == null ? List.of() : List.copyOf(anatomicRegions);
        procedures = procedures == null ? List.of() : List.copyOf(procedures);
        laterality = laterality == null ? "" : laterality;
        viewPositions = viewPositions == null ? List.of() : List.copyOf(viewPositions);
        if (numberOfScreens < 0) {
            throw new IllegalArgumentException(numberOfScreens + " screens");
        }
    }

    public ProtocolDefinition ofModalities(List<String> wanted) {
        return new ProtocolDefinition(wanted, anatomicRegions, procedures, laterality, viewPositions, numberOfScreens);
    }

    /// With `region` beside the others, or without it.
    public ProtocolDefinition ofRegion(BodyRegion region, boolean isWanted) {
        List<BodyRegion> regions = new ArrayList<>(anatomicRegions);
        regions.remove(region);
        if (isWanted) {
            regions.add(region);
        }
        return new ProtocolDefinition(modalities, regions, procedures, laterality, viewPositions, numberOfScreens);
    }

    public ProtocolDefinition ofProcedures(List<String> wanted) {
        return new ProtocolDefinition(modalities, anatomicRegions, wanted, laterality, viewPositions, numberOfScreens);
    }

    public ProtocolDefinition ofLaterality(String wanted) {
        return new ProtocolDefinition(modalities, anatomicRegions, procedures, wanted, viewPositions, numberOfScreens);
    }

    public ProtocolDefinition ofViews(List<String> wanted) {
        return new ProtocolDefinition(modalities, anatomicRegions, procedures, laterality, wanted, numberOfScreens);
    }

    public ProtocolDefinition onScreens(int wanted) {
        return new ProtocolDefinition(modalities, anatomicRegions, procedures, laterality, viewPositions, wanted);
    }
}
