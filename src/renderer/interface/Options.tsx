import { Label, Radio, RadioGroup } from 'react-aria-components'
import form from './form.module.css'

interface OptionsProps<T extends string> {
  readonly label: string
  readonly names: Readonly<Record<T, string>>
  readonly options: readonly T[]
  readonly value: T
  readonly hint?: string
  readonly onChange: (value: T) => void
}

/** One of a few, all of them in sight. */
export function Options<T extends string>({ label, names, options, value, hint, onChange }: OptionsProps<T>) {
  return (
    <RadioGroup
      className={form.row ?? ''}
      value={value}
      orientation="horizontal"
      onChange={(chosen) => {
        const option = options.find((each) => each === chosen)
        if (option !== undefined) onChange(option)
      }}
    >
      <Label className={form.label ?? ''}>{label}</Label>
      <div className={form.options}>
        {options.map((option) => (
          <Radio key={option} value={option} className={form.option ?? ''}>
            {names[option]}
          </Radio>
        ))}
      </div>
      {hint && <span className={form.hint}>{hint}</span>}
    </RadioGroup>
  )
}
