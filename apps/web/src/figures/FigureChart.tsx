import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';

register([BarChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer]);

export interface ChartHandle {
  /** The chart as a PNG image, as a data address, twice the size on screen. */
  image(): Promise<string>;
}

interface FigureChartProps {
  readonly ref: Ref<ChartHandle>;
  /** Says what the chart shows to those who do not see it; the same numbers stand in the table beside it. */
  readonly label: string;
  readonly unit: string;
  readonly bars: readonly { readonly key: string; readonly value: number }[];
}

export default function FigureChart({ ref, label, unit, bars }: FigureChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  useEffect(() => {
    const drawn = init(place.current!, undefined, { renderer: 'svg' });
    chart.current = drawn;
    const resized = new ResizeObserver(() => drawn.resize());
    resized.observe(place.current!);
    return () => {
      resized.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption({
      animation: false,
      aria: { enabled: false },
      color: ['#0b5cad'],
      grid: { left: 8, right: 8, top: 32, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis', valueFormatter: (value: number) => `${value.toLocaleString('en-US')} ${unit}` },
      xAxis: { type: 'category', data: bars.map(({ key }) => key), axisLabel: { color: '#404040', hideOverlap: true } },
      yAxis: {
        type: 'value',
        name: unit,
        minInterval: 1,
        axisLabel: { color: '#404040' },
        nameTextStyle: { color: '#404040' },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 48,
          data: bars.map(({ value }) => value),
          label: {
            show: bars.length <= 16,
            position: 'top',
            color: '#202020',
            formatter: ({ value }: { value: number }) => value.toLocaleString('en-US'),
          },
        },
      ],
    });
  }, [bars, unit]);
  useImperativeHandle(ref, () => ({ image: () => rasterised(chart.current!) }), []);
  return <div ref={place} className="chart" role="img" aria-label={label} />;
}

/** Drawn as SVG, sharp at any size; an image for a report is made of it only when it is asked for. */
async function rasterised(chart: EChartsType): Promise<string> {
  const image = new Image();
  image.src = chart.getDataURL({ type: 'svg', backgroundColor: '#fff' });
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = chart.getWidth() * 2;
  canvas.height = chart.getHeight() * 2;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}
