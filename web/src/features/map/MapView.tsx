import { useMemo, useState } from 'preact/hooks';
import type { Completeness } from '../../api/fragments';
import { navigate } from '../../app/navigation';
import { CompletenessNote } from '../../ui/CompletenessNote';
import { MapChosen, usePathTo, type MapRoute } from './MapChosen';
import { MapFigure } from './MapFigure';
import { MapList } from './MapList';
import type { MapPicture } from './mapPicture';
import './map.css';

export interface MapViewProps {
  at: MapRoute;
  picture: MapPicture;
  /** What a bound left out, in words. */
  left: string | null;
  completeness: Completeness;
}

/** The map, the list that says the same, and what is chosen in either. */
export function MapView({ at, picture, left, completeness }: MapViewProps) {
  const [pointed, setPointed] = useState<string | null>(null);
  const [stood, setStood] = useState<string | null>(null);
  const chosen = picture.nodes.find((node) => (node.entityId ?? node.id) === at.row) ?? null;
  const answer = usePathTo(at, chosen);
  const emphasis = useMemo(() => {
    const ids = new Set(answer.path?.steps.flatMap((step) => [step.from.id, step.to.id]));
    return { pointed, chosen: chosen?.id ?? null, path: new Set(picture.nodes.filter((node) => node.entityId !== null && ids.has(node.entityId)).map((node) => node.id)) };
  }, [picture, pointed, chosen, answer.path]);
  const choose = (id: string): void => {
    const node = picture.nodes.find((one) => one.id === id);
    const row = node ? (node.entityId ?? node.id) : null;
    navigate({ ...at, row: row === at.row ? null : row }, 'replace');
  };
  return (
    <>
      {left && <p class="notice">{left}</p>}
      <div class="map-columns">
        <MapFigure picture={picture} emphasis={emphasis} revealed={stood} onPoint={setPointed} onChoose={choose} />
        <MapList nodes={picture.nodes} filter={at.filter} onFilter={(filter) => navigate({ ...at, filter }, 'replace')} chosen={chosen?.id ?? null} onPoint={setPointed} onStand={setStood} onChoose={choose} />
      </div>
      {chosen && <MapChosen at={at} node={chosen} answer={answer} />}
      <CompletenessNote completeness={completeness} />
    </>
  );
}
